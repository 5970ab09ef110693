import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Language } from '@app/domain';
import type { Request } from 'express';
import { preferredLanguage } from './accept-language';

/** The language of an answer of the API: by Accept-Language, else English. */
export function languageOf(request: Pick<Request, 'headers'>): Language {
  return preferredLanguage(request.headers['accept-language']) ?? 'en';
}

/** Parameter: the language the caller reads. */
export const In = createParamDecorator((_: unknown, context: ExecutionContext): Language =>
  languageOf(context.switchToHttp().getRequest<Request>()),
);
