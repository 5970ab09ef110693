export type { components, operations, paths } from './api.generated';
export { answered, type Answer, ApiProblem } from './answered';
export { connect, type ConnectOptions, type Vuosikello } from './connect';
