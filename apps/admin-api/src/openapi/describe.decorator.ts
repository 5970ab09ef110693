import { SetMetadata } from '@nestjs/common';
import type { z } from 'zod';
import type { ProblemKind } from '../problems/problem-kinds';

/** A header of a request or an answer. */
export type HeaderDescription = { description: string; required?: boolean; example?: string };

export type AnswerDescription = {
  description: string;
  /** Absent for an answer without a body. */
  schema?: z.ZodType;
  /** `application/json` unless another is named. */
  mediaType?: string;
  /** The media types of an answer that is a file. */
  file?: readonly string[];
  /** Media types in which the same is given as text, where Accept asks for one of them. */
  alsoAs?: readonly string[];
  headers?: Readonly<Record<string, HeaderDescription>>;
};

/** What the document says of a route. Problems that follow from its access, query or body are added by themselves. */
export type Description = {
  tag: string;
  summary: string;
  description?: string;
  query?: z.ZodObject;
  headers?: Readonly<Record<string, HeaderDescription>>;
  /** `findsFaults`: a body that does not fit the schema is no problem, the answer says what is wrong with it. */
  body?: { schema: z.ZodType; mediaType?: string; example?: unknown; findsFaults?: true };
  /** The media types of a body that is a file. */
  file?: readonly string[];
  answers: Readonly<Record<number, AnswerDescription>>;
  problems?: readonly ProblemKind[];
};

export const descriptionKey = Symbol('description');

/** Describes a route in the OpenAPI document. Every route says this exactly once. */
export const Describe = (description: Description): MethodDecorator => SetMetadata(descriptionKey, description);
