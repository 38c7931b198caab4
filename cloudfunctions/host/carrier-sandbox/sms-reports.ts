/** What became of one SMS, in the words of Tencent's PullSmsSendStatus. */
export interface SmsReport {
  SerialNo: string;
  SessionContext: string;
  CountryCode: string;
  SubscriberNumber: string;
  PhoneNumber: string;
  UserReceiveTime: number;
  ReportStatus: 'SUCCESS' | 'FAIL';
  Description: string;
}

export interface SmsReports {
  add(report: SmsReport): void;
  /** Each report comes out of the queue once. */
  pull(limit: number): SmsReport[];
  ofNumber(number: string, from: number, until: number): SmsReport[];
}

export function createSmsReports(limit: number): SmsReports {
  const kept: SmsReport[] = [];
  const queue: SmsReport[] = [];
  return {
    add: (report) => {
      for (const list of [kept, queue]) {
        list.push(report);
        if (list.length > limit) list.shift();
      }
    },
    pull: (count) => queue.splice(0, Math.min(count, 100)),
    ofNumber: (number, from, until) =>
      kept
        .filter((one) => one.PhoneNumber === number)
        .filter((one) => one.UserReceiveTime >= from && one.UserReceiveTime <= until)
        .slice(0, 100),
  };
}
