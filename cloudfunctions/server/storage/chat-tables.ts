import type { Generated } from 'kysely';
import type { ChatAudience, ChatGateway, GatewayState, HandoverReason } from '../../../shared/cases/chat';
import type { Day } from '../../../shared/day';

/** The tables of the chat, as Kysely sees them. */
export interface ChatTables {
  bots: { court_id: string; account_id: string; secret_hash: string; created_at: Date };
  chat_inbox: { court_id: string; gateway: ChatGateway; message_index: string; at: Date };
  chat_bindings: {
    court_id: string;
    chat_id: string;
    account_id: string;
    gateway: ChatGateway;
    user_sealed: string;
    user_index: string;
    bound_at: Date;
    last_used_at: Date | null;
    muted: Generated<boolean>;
    ended_at: Date | null;
  };
  chat_codes: { court_id: string; code_index: string; account_id: string; expires_at: Date };
  chat_numbers: {
    court_id: string;
    account_id: string;
    task_id: string;
    number: number;
    given_at: Date;
    freed_at: Date | null;
  };
  chat_says: {
    court_id: string;
    say_key: string;
    gateway: ChatGateway;
    notice_id: string;
    notice_ids: string[];
    template: string | null;
    template_version: number | null;
    taken_at: Date;
  };
  chat_handovers: {
    court_id: string;
    handover_id: string;
    reason: HandoverReason;
    text_sealed: string;
    gateway: ChatGateway;
    account_id: string | null;
    audience: ChatAudience | null;
    user_sealed: string | null;
    made_by: string;
    at: Date;
    taken_by: string | null;
    taken_at: Date | null;
  };
  chat_groups: {
    court_id: string;
    chat_group_id: string;
    gateway: ChatGateway;
    group_sealed: string;
    group_index: string;
    name: string;
    town_id: string;
    is_on: boolean;
    saved_by: string;
    saved_at: Date;
  };
  chat_posts: {
    court_id: string;
    post_id: string;
    chat_group_id: string;
    kind: 'digest' | 'urgent';
    day: Day;
    taken_at: Date;
    outcome: string | null;
    reason: string | null;
  };
  chat_gateways: {
    court_id: string;
    gateway: ChatGateway;
    state: GatewayState;
    since: Date;
    heard_at: Date;
    up_at: Date | null;
    failed_over_at: Date | null;
  };
}
