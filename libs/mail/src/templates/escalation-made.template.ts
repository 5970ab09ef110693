import { linkLine } from '../closing';
import { escalationLetter, escalationSample, escalationSchema } from '../escalation-words';
import { paragraph, sentences } from '../letter';
import { defineTemplate } from '../template';

/**
 * Tells the coordinator that a request went to the organisation's manager by itself, as the county's reminder ladder says. An answer
 * can still be given until `lastOn`.
 */
export const escalationMade = defineTemplate({
  audience: 'coordinator',
  schema: escalationSchema,
  sample: escalationSample,
  fi: (data) =>
    escalationLetter(data, 'fi', 'Pyyntö on viety johtajalle', ({ manager, matter }) =>
      paragraph(
        sentences(
          `Pyyntö on nyt viety johtajalle (${manager}), koska hyvinvointialueen muistutusportaissa on niin sovittu.`,
          matter,
        ),
        linkLine('Avaa asia', data.link),
        'Sinun ei tarvitse tehdä mitään.',
      ),
    ),
  sv: (data) =>
    escalationLetter(data, 'sv', 'Begäran har förts till ledningen', ({ manager, matter }) =>
      paragraph(
        sentences(
          `Begäran har nu förts till ledningen (${manager}), eftersom det står så i välfärdsområdets påminnelseplan.`,
          matter,
        ),
        linkLine('Öppna ärendet', data.link),
        'Du behöver inte göra något.',
      ),
    ),
  en: (data) =>
    escalationLetter(data, 'en', 'Escalated to the manager', ({ manager, matter }) =>
      paragraph(
        sentences(
          `The request has now gone to the manager (${manager}), as the county's reminder ladder says.`,
          matter,
        ),
        linkLine('Open the matter', data.link),
        'You need not do anything.',
      ),
    ),
});
