export type { components, operations, paths } from './api.generated';
export { answered, type Answer, ApiProblem } from './answered';
export { taken } from './taken';
export { connect, type ConnectOptions, type Vuosikello } from './connect';
