import { planDriving } from '../../../test/support/example-area';
import { DeskVisitor, formTo, readable } from './desk-visitor';
import { type Answer, give, type RunningApi, runApi } from './running-api';

let api: RunningApi;
let visitor: DeskVisitor;
const negotiation = '09.hyte-negotiation-2026';
const form = `/desk/workflows/${negotiation}/commands/reschedule`;

beforeAll(async () => {
  api = await runApi({ at: '2026-01-05T09:00:00+02:00' });
  const actor = { id: 'key:test', role: 'coordinator' } as const;
  await api.store.plans.activate({ plan: planDriving('hyte-negotiation'), register: api.register, actor });
  visitor = await DeskVisitor.signIn(api, api.keys.coordinator);
});
afterAll(() => api.close());

/** All that a browser sends of the page: what stands in its fields, too. */
function standingIn({ text }: Answer): Record<string, string> {
  const inputs = [...text.matchAll(/<input\b([^>]*)>/g)].map(([, attributes = '']) => attributes);
  const attribute = (of: string, name: string) => new RegExp(`\\b${name}="([^"]*)"`).exec(of)?.[1] ?? '';
  const sent = inputs.filter((of) => attribute(of, 'type') !== 'radio' || /\bchecked\b/.test(of));
  return Object.fromEntries(
    sent.flatMap((of) =>
      attribute(of, 'name').startsWith('dates.') ? [[attribute(of, 'name'), attribute(of, 'value')]] : [],
    ),
  );
}

async function datesNow(): Promise<Record<string, { on: string }>> {
  const instance = await api.store.workflows.read('09', negotiation);
  return (instance?.context as { dates: Record<string, { on: string }> }).dates;
}

async function moveByOther(name: string, date: object): Promise<void> {
  const { version = 0 } = (await api.store.workflows.read('09', negotiation)) ?? {};
  const moved = { command: 'reschedule', data: { reason: 'Toinen.', dates: { [name]: date } } };
  const answer = await give(api, api.keys.admin, negotiation, moved, { version });
  if (answer.status !== 200) throw new Error(answer.text);
}

describe('moving dates at the desk', () => {
  it('shows each date under its name, with what stands now', async () => {
    const page = await visitor.get(form);
    expect(readable(page)).toContain('Neuvottelu: torstai 27.8.2026, 08:30, 15:15, Lahti, sovittu');
    expect(page.text).toMatch(/<legend class="unseen">Neuvottelu<\/legend>/);
    expect(page.text).not.toMatch(/<details open/);
    expect(standingIn(page)).toMatchObject({
      'dates.negotiation.on': '2026-08-27',
      'dates.negotiation.basis': 'agreed',
    });
  });

  it('moves the one that was changed, and keeps its hours and place', async () => {
    const before = await datesNow();
    const page = await visitor.get(form);
    const written = { ...standingIn(page), reason: 'Sali oli varattu.', 'dates.negotiation.on': '2026-08-28' };
    const preview = await visitor.send(page, /reschedule/, { ...written, do: 'preview' });
    expect([preview.status, readable(preview)]).toEqual([200, expect.stringContaining('28.8.2026')]);
    expect(Object.keys(formTo(preview, /reschedule/).fields).filter((name) => name.startsWith('dates.'))).toEqual(
      ['on', 'at', 'until', 'place', 'basis'].map((field) => `dates.negotiation.${field}`),
    );
    expect((await visitor.send(preview, /reschedule/, { do: 'confirm' })).status).toBe(303);
    const lookedAgain = await visitor.send(page, /reschedule/, { ...written, do: 'preview' });
    expect([lookedAgain.status, lookedAgain.headers.get('location')]).toEqual([303, expect.stringContaining('done=')]);
    expect(await datesNow()).toEqual({ ...before, negotiation: { ...before.negotiation, on: '2026-08-28' } });
  });

  it('opens the date that something is wrong with', async () => {
    const page = await visitor.get(form);
    const written = { ...standingIn(page), reason: 'Kiire.', 'dates.draftSummary.on': '' };
    const wrong = await visitor.send(page, /reschedule/, { ...written, do: 'preview' });
    expect([wrong.status, wrong.text.match(/<details open/g)?.length]).toEqual([422, 1]);
    expect(readable(wrong)).toContain('Yhteenvedon luonnos: Päivä : Anna päivä, esimerkiksi 17.8.2026.');
  });

  it('leaves alone what somebody else has moved meanwhile', async () => {
    const page = await visitor.get(form);
    await moveByOther('commentsDue', { on: '2026-09-25', basis: 'requested' });
    const written = { ...standingIn(page), reason: 'Minä.', 'dates.negotiation.on': '2026-08-31' };
    const late = await visitor.send(page, /reschedule/, { ...written, do: 'preview' });
    expect([late.status, late.text.match(/<details open/g)?.length]).toEqual([412, 1]);
    expect(standingIn(late)).toMatchObject({
      'dates.commentsDue.on': '2026-09-25',
      'dates.negotiation.on': '2026-08-31',
    });
    const again = await visitor.send(late, /reschedule/, { ...standingIn(late), reason: 'Minä.', do: 'preview' });
    expect((await visitor.send(again, /reschedule/, { do: 'confirm' })).status).toBe(303);
    expect(await datesNow()).toMatchObject({ commentsDue: { on: '2026-09-25' }, negotiation: { on: '2026-08-31' } });
  });

  it('shows what somebody else has moved to whoever goes back to edit the same date', async () => {
    const page = await visitor.get(form);
    const written = { ...standingIn(page), reason: 'Paikka vaihtui.', 'dates.negotiation.place': 'Heinola' };
    const preview = await visitor.send(page, /reschedule/, { ...written, do: 'preview' });
    await moveByOther('negotiation', {
      on: '2026-09-01',
      at: '08:30',
      until: '15:15',
      place: 'Lahti',
      basis: 'agreed',
    });
    const edit = await visitor.send(preview, /reschedule/, { do: 'edit' });
    expect([edit.status, readable(edit)]).toEqual([412, expect.stringContaining('Joku ehti ennen sinua')]);
    const shown = standingIn(edit);
    expect(shown).toMatchObject({ 'dates.negotiation.on': '2026-09-01', 'dates.negotiation.place': 'Heinola' });
    const again = await visitor.send(edit, /reschedule/, { ...shown, reason: 'Paikka vaihtui.', do: 'preview' });
    expect((await visitor.send(again, /reschedule/, { do: 'confirm' })).status).toBe(303);
    expect(await datesNow()).toMatchObject({ negotiation: { on: '2026-09-01', place: 'Heinola' } });
  });

  it('takes no date away', async () => {
    const page = await visitor.get(form);
    const emptied = { 'dates.draftSummary.on': '', 'dates.draftSummary.basis': '' };
    const written = { ...standingIn(page), reason: 'Pois.', ...emptied };
    const wrong = await visitor.send(page, /reschedule/, { ...written, do: 'preview' });
    expect([wrong.status, readable(wrong)]).toEqual([422, expect.stringContaining('Päivää ei voi poistaa.')]);
  });

  it('says of a step beforehand that no form can ask for what it needs', async () => {
    const page = readable(await visitor.get(`/desk/workflows/${negotiation}`));
    expect(page).toContain('Muuta osapuolia (vain rajapinnan kautta)');
    expect(page).not.toContain('Siirrä päiviä (vain');
  });

  it('comes back to its form where the session has ended meanwhile', async () => {
    const page = await visitor.get(form);
    const { action, fields } = formTo(page, /reschedule/);
    const headers = { Cookie: '', Referer: `${api.url}${form}?lang=fi` };
    const answer = await visitor.post(action, { ...fields, do: 'preview' }, headers);
    expect([answer.status, readable(answer)]).toEqual([401, expect.stringContaining('lomake aukeaa tyhjänä')]);
    expect(formTo(answer, /sign-in/).action).toContain(`next=${encodeURIComponent(`${form}?lang=fi`)}`);
  });
});
