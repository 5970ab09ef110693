import { pageLine } from '../closing';
import { escalationLetter, escalationSample, escalationSchema } from '../escalation-words';
import { paragraph, sentences } from '../letter';
import { defineTemplate } from '../template';

/**
 * Proposes to the coordinator that a request be taken to the organisation's manager; only the coordinator sends it. An answer can
 * still be given until `lastOn`.
 */
export const escalationProposed = defineTemplate({
  audience: 'coordinator',
  schema: escalationSchema,
  sample: { ...escalationSample, recipientIsAsked: true },
  fi: (data) =>
    escalationLetter(data, 'fi', 'Ehdotus viedä pyyntö johtajalle', ({ manager, matter }) =>
      paragraph(
        sentences(
          `Ehdotamme, että pyyntö viedään johtajalle (${manager}).`,
          'Tee se toiminnolla ”Vie johtajalle”.',
          matter,
        ),
        pageLine('Avaa asia', data.link),
        'Johtajalle ei lähde viestiä, ellet vie pyyntöä hänelle.',
      ),
    ),
  sv: (data) =>
    escalationLetter(data, 'sv', 'Förslag om att föra begäran till ledningen', ({ manager, matter }) =>
      paragraph(
        sentences(
          `Vi föreslår att begäran förs till ledningen (${manager}).`,
          'Gör det med funktionen ”För till ledningen”.',
          matter,
        ),
        pageLine('Öppna ärendet', data.link),
        'Inget meddelande skickas till ledningen om du inte för begäran dit.',
      ),
    ),
  en: (data) =>
    escalationLetter(data, 'en', 'Proposal to escalate', ({ manager, matter }) =>
      paragraph(
        sentences(
          `We propose that the request be taken to the manager (${manager}).`,
          'Do so with the action “Escalate to the manager”.',
          matter,
        ),
        pageLine('Open the matter', data.link),
        'Nothing is sent to the manager unless you take the request there.',
      ),
    ),
});
