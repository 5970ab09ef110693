import { createHash } from 'node:crypto';
import { bpmnOf, type Drawing, mermaidOf, svgOf, svgStyle } from '@app/workflows';
import type { Request, Response } from 'express';
import { namesTag } from '../input/entity-tag';
import type { HeaderDescription } from '../openapi/describe.decorator';
import { Problem } from '../problems/problem';

/** The forms of a diagram, and the media types that ask for each. The first is what is sent when Accept does not choose. */
const drawn: Record<string, (drawing: Drawing) => string> = {
  'image/svg+xml': svgOf,
  'text/vnd.mermaid': mermaidOf,
  'text/plain': mermaidOf,
  'application/bpmn+xml': bpmnOf,
  'application/xml': bpmnOf,
};

export const diagramForms = Object.keys(drawn);

export const diagramHeaders: Record<string, HeaderDescription> = {
  Accept: {
    description:
      '`image/svg+xml`; `text/vnd.mermaid` or `text/plain` for Mermaid; `application/bpmn+xml` or `application/xml` for BPMN 2.0.',
    example: 'image/svg+xml',
  },
  'If-None-Match': { description: 'The ETag that was read before.', example: '"0f6b…"' },
};

/** Lets the style of the picture through, and nothing else: it runs nothing and fetches nothing. */
const picturePolicy =
  `default-src 'none'; style-src 'sha256-${createHash('sha256').update(svgStyle).digest('base64')}'; ` +
  "form-action 'none'; frame-ancestors 'none'; base-uri 'none'";

/**
 * The drawing in the form that Accept asks for; nothing where the reader has it already.
 * @throws Problem (not-acceptable) where there is no such form
 */
export function diagramAnswer(drawing: Drawing, request: Request, response: Response): string | undefined {
  const form = request.accepts(diagramForms);
  const draw = form === false ? undefined : drawn[form];
  if (form === false || !draw) throw new Problem('not-acceptable', { allowed: diagramForms });
  const picture = draw(drawing);
  const etag = `"${createHash('sha256').update(picture).digest('hex').slice(0, 32)}"`;
  response.set({
    ETag: etag,
    'Cache-Control': 'private, no-cache',
    'Content-Language': drawing.language,
    Vary: 'Accept, Accept-Language, Authorization',
  });
  const known = request.headers['if-none-match'];
  if (known !== undefined && namesTag(known, etag)) {
    response.status(304);
    return undefined;
  }
  response.type(`${form}; charset=utf-8`);
  if (draw === svgOf) response.set('Content-Security-Policy', picturePolicy);
  if (draw === bpmnOf)
    response.set('Content-Disposition', `attachment; filename="${drawing.name}.v${drawing.version}.bpmn"`);
  return picture;
}
