import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import { text } from '../language/text';
import { Problem } from '../problems/problem';

const oneVersion = /^"(\d{1,9})"$/;
const printable = /^[\x20-\x7e]{1,200}$/;

/** The version an If-Match header names; undefined without the header. @throws Problem for anything but one strong ETag of ours */
export function versionIn(header: string | undefined): number | undefined {
  if (header === undefined) return undefined;
  const version = oneVersion.exec(header.trim())?.[1];
  if (version === undefined) {
    throw new Problem('invalid-header', {
      detail: text(
        'If-Match: anna yksi versio lainausmerkeissä, esimerkiksi "7".',
        'If-Match: ange en version inom citattecken, till exempel "7".',
        'If-Match: give one version in quotation marks, for example "7".',
      ),
    });
  }
  return Number(version);
}

/** Parameter: the version of If-Match. */
export const IfMatch = createParamDecorator((_: unknown, context: ExecutionContext) =>
  versionIn(context.switchToHttp().getRequest<Request>().headers['if-match']),
);

/** Parameter: the Idempotency-Key, if one came. @throws Problem unless it has 1 to 200 printable ASCII characters */
export const IdempotencyKey = createParamDecorator((_: unknown, context: ExecutionContext) =>
  idempotencyKeyIn(context.switchToHttp().getRequest<Request>()),
);

/** The Idempotency-Key of a request. @throws Problem unless it has 1 to 200 printable ASCII characters */
export function idempotencyKeyIn(request: Request): string | undefined {
  const key = request.get('idempotency-key');
  if (key !== undefined && !printable.test(key)) {
    throw new Problem('invalid-header', {
      detail: text(
        'Idempotency-Key: 1–200 tulostuvaa ASCII-merkkiä.',
        'Idempotency-Key: 1–200 skrivbara ASCII-tecken.',
        'Idempotency-Key: 1 to 200 printable ASCII characters.',
      ),
    });
  }
  return key;
}
