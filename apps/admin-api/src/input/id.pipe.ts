import type { PipeTransform } from '@nestjs/common';
import { Problem } from '../problems/problem';

const form = /^[A-Za-z0-9][A-Za-z0-9._-]{0,299}$/;

/** An id in the address. What cannot be an id of ours is not found, without asking the database. */
export class IdPipe implements PipeTransform<string, string> {
  transform(id: string): string {
    if (!form.test(id)) throw new Problem('unknown-id');
    return id;
  }
}
