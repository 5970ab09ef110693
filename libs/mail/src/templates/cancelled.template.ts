import { z } from 'zod';
import { closing } from '../closing';
import { onDate, shortDate } from '../dates';
import { mailCommon, negotiationTime, prose } from '../fields';
import { letter, paragraph } from '../letter';
import { plainName } from '../names';
import { negotiation, toMunicipality } from '../samples';
import { subject } from '../subject';
import { defineTemplate } from '../template';

/**
 * Tells that the negotiation has been cancelled, or (`what: 'request'`) that one request about it has been withdrawn,
 * and that nothing needs to be done. `reason` is the coordinator's own wording.
 */
export const cancelled = defineTemplate({
  audience: 'party',
  schema: mailCommon.extend({
    what: z.enum(['negotiation', 'request']),
    reason: prose,
    negotiation: negotiationTime.optional(),
  }),
  sample: {
    ...toMunicipality,
    what: 'negotiation',
    reason: 'Neuvottelu pidetään myöhemmin syksyllä. Uusi kutsu lähetetään erikseen.',
    negotiation,
  },
  fi: (data) => {
    const on = data.negotiation?.on;
    const name = plainName(data.county, 'fi');
    return letter(
      subject(
        `${data.what === 'request' ? 'Peruttu pyyntö' : 'Peruttu'}: hyte-neuvottelu${on ? ` ${shortDate(on, 'fi')}` : ''}`,
        data,
        'fi',
      ),
      data.what === 'request'
        ? `${name} on perunut pyynnön, joka koskee hyvinvoinnin ja terveyden edistämisen vuosineuvottelua.`
        : `${name} on perunut hyvinvoinnin ja terveyden edistämisen vuosineuvottelun${on ? `, jonka piti olla ${onDate(on, 'fi')}` : ''}.`,
      paragraph('Syy:', data.reason),
      data.what === 'request'
        ? 'Pyyntöön ei enää tarvitse vastata. Tämä viesti ei vaadi toimia.'
        : 'Neuvottelua koskeviin pyyntöihimme ei enää tarvitse vastata. Tämä viesti ei vaadi toimia.',
      closing.fi(data),
    );
  },
  sv: (data) => {
    const on = data.negotiation?.on;
    const name = plainName(data.county, 'sv');
    return letter(
      subject(
        `${data.what === 'request' ? 'Återtagen begäran' : 'Inställd'}: förhandling om hälsa och välfärd${on ? ` ${shortDate(on, 'sv')}` : ''}`,
        data,
        'sv',
      ),
      data.what === 'request'
        ? `${name} har återtagit en begäran som gäller den årliga förhandlingen om främjande av hälsa och välfärd.`
        : `${name} har ställt in den årliga förhandlingen om främjande av hälsa och välfärd${on ? `, som skulle hållas ${onDate(on, 'sv')}` : ''}.`,
      paragraph('Orsak:', data.reason),
      data.what === 'request'
        ? 'Begäran behöver inte längre besvaras. Detta meddelande kräver inga åtgärder.'
        : 'Våra begäranden som gäller förhandlingen behöver inte längre besvaras. Detta meddelande kräver inga åtgärder.',
      closing.sv(data),
    );
  },
  en: (data) => {
    const on = data.negotiation?.on;
    const name = plainName(data.county, 'en');
    return letter(
      subject(
        `${data.what === 'request' ? 'Withdrawn request' : 'Cancelled'}: negotiation on health and wellbeing${on ? ` ${shortDate(on, 'en')}` : ''}`,
        data,
        'en',
      ),
      data.what === 'request'
        ? `${name} has withdrawn a request about the yearly negotiation on promoting health and wellbeing.`
        : `${name} has cancelled the yearly negotiation on promoting health and wellbeing${on ? `, which was to be held ${onDate(on, 'en')}` : ''}.`,
      paragraph('Reason:', data.reason),
      data.what === 'request'
        ? 'The request no longer needs an answer. You need not do anything.'
        : 'Our requests about the negotiation no longer need an answer. You need not do anything.',
      closing.en(data),
    );
  },
});
