export type { Arrival } from './arrivals';
export type { HeardCall } from './backstage';
export type { ReportTo } from './callbacks';
export type { Fault, FaultRule } from './faults';
export { gatewayConfig } from './gateway';
export { type CarrierSandbox, type CarrierSandboxOptions, createCarrierSandbox } from './sandbox';
export { type ServedSandbox, serveCarrierSandbox } from './serve';
