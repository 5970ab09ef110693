import type { handledMatter, requestSubject } from '@app/mail';
import type { z } from 'zod';

export type { Language } from '@app/domain';
export type RequestSubject = z.output<typeof requestSubject>;
export type HandledMatter = z.output<typeof handledMatter>;
