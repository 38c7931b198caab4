import { HANDBOOK_DAY, type Source } from './citation';

/** The documents that the rules rest on, each with the day from which the cited version is in force. */
export const CIVIL_PROCEDURE: Source = {
  law: '中华人民共和国民事诉讼法（2023年修正）',
  number: '',
  inForce: '2024-01-01',
};
export const CIVIL_CODE: Source = { law: '中华人民共和国民法典', number: '', inForce: '2021-01-01' };
export const PROCEDURE_INTERPRETATION: Source = {
  law: '最高人民法院关于适用《中华人民共和国民事诉讼法》的解释（2022年修正）',
  number: '法释〔2015〕5号',
  inForce: '2022-04-10',
};
export const DELAYED_INTEREST: Source = {
  law: '最高人民法院关于执行程序中计算迟延履行期间的债务利息适用法律若干问题的解释',
  number: '法释〔2014〕8号',
  inForce: '2014-08-01',
};
export const MEDIATION: Source = {
  law: '最高人民法院关于人民法院民事调解工作若干问题的规定（2020年修正）',
  number: '法释〔2004〕12号',
  inForce: '2021-01-01',
};
export const BANKRUPTCY_THREE: Source = {
  law: '最高人民法院关于适用《中华人民共和国企业破产法》若干问题的规定（三）（2020年修正）',
  number: '法释〔2019〕3号',
  inForce: '2021-01-01',
};
export const COURT_FEES: Source = {
  law: '诉讼费用交纳办法',
  number: '国务院令第481号',
  inForce: '2007-04-01',
};
export const ENFORCEMENT_INTERPRETATION: Source = {
  law: '最高人民法院关于适用《中华人民共和国民事诉讼法》执行程序若干问题的解释（2020年修正）',
  number: '法释〔2008〕13号',
  inForce: '2021-01-01',
};
export const ENFORCEMENT_RULES: Source = {
  law: '最高人民法院关于人民法院执行工作若干问题的规定（试行）（2020年修正）',
  number: '法释〔1998〕15号',
  inForce: '2021-01-01',
};
export const PROPERTY_INVESTIGATION: Source = {
  law: '最高人民法院关于民事执行中财产调查若干问题的规定（2020年修正）',
  number: '法释〔2017〕8号',
  inForce: '2021-01-01',
};
export const ONLINE_LITIGATION: Source = {
  law: '人民法院在线诉讼规则',
  number: '法释〔2021〕12号',
  inForce: '2021-08-01',
};
export const REFERENCE_PRICE: Source = {
  law: '最高人民法院关于人民法院确定财产处置参考价若干问题的规定',
  number: '法释〔2018〕15号',
  inForce: '2018-09-01',
};
export const ONLINE_AUCTION: Source = {
  law: '最高人民法院关于人民法院网络司法拍卖若干问题的规定',
  number: '法释〔2016〕18号',
  inForce: '2017-01-01',
};
export const AUCTION: Source = {
  law: '最高人民法院关于人民法院民事执行中拍卖、变卖财产的规定（2020年修正）',
  number: '法释〔2004〕16号',
  inForce: '2021-01-01',
};
export const DISHONEST_LIST: Source = {
  law: '最高人民法院关于公布失信被执行人名单信息的若干规定（2017年修正）',
  number: '法释〔2017〕7号',
  inForce: '2017-05-01',
  checked: HANDBOOK_DAY,
};
export const CONSUMPTION_RESTRICTION: Source = {
  law: '最高人民法院关于限制被执行人高消费及有关消费的若干规定（2015年修正）',
  number: '法释〔2015〕17号',
  inForce: '2015-07-22',
  checked: HANDBOOK_DAY,
};
export const PERFORMANCE_CERTIFICATE: Source = {
  law: '宁波法院自动履行正向激励做法',
  number: '',
  inForce: null,
  checked: HANDBOOK_DAY,
};
export const GOOD_FAITH: Source = {
  law: '最高人民法院关于在执行工作中进一步强化善意文明执行理念的意见',
  number: '法发〔2019〕35号',
  inForce: '2020-01-01',
  checked: HANDBOOK_DAY,
};
export const TERMINATE_THIS_ROUND: Source = {
  law: '最高人民法院关于严格规范终结本次执行程序的规定（试行）',
  number: '法〔2016〕373号',
  inForce: '2016-12-01',
  checked: HANDBOOK_DAY,
};
export const TRIAL_LIMITS: Source = {
  law: '最高人民法院关于严格执行案件审理期限制度的若干规定',
  number: '法释〔2000〕29号',
  inForce: '2000-09-28',
  checked: HANDBOOK_DAY,
};
export const ENFORCEMENT_LIMITS: Source = {
  law: '最高人民法院关于人民法院办理执行案件若干期限的规定',
  number: '法发〔2006〕35号',
  inForce: '2007-01-01',
  checked: HANDBOOK_DAY,
};
export const PAYOUT: Source = {
  law: '最高人民法院关于执行款物管理工作的规定',
  number: '法发〔2017〕6号',
  inForce: '2017-05-01',
  checked: HANDBOOK_DAY,
};
export const HOLIDAY_NOTICE: Source = {
  law: '国务院办公厅关于2026年部分节假日安排的通知',
  number: '2025年11月4日发布',
  inForce: '2026-01-01',
  checked: HANDBOOK_DAY,
};
