import type { HeaderDescription } from '../openapi/describe.decorator';

/** The headers of steps and of their answers. */

export const ifMatch: HeaderDescription = { description: 'The ETag that was read.', required: true, example: '"7"' };
export const idempotencyKey: HeaderDescription = {
  description: 'Makes a repeated request safe: the first answer is given again. 1 to 200 printable ASCII characters.',
};
export const replayed: HeaderDescription = { description: '`true` when the command had been done before.' };
export const etag: HeaderDescription = { description: 'The version.', example: '"8"' };
