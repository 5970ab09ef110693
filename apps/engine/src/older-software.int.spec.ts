import { instant } from '@app/domain';
import { addDefinitions } from '../../../test/support/added-definitions';
import { begin } from '../../../test/support/requests';
import { visitData } from '../../../libs/workflows/test/arranged-visit';
import { siteVisit } from '../../../libs/workflows/test/site-visit/site-visit.workflow';
import { siteVisit2 } from '../../../libs/workflows/test/site-visit/site-visit-2.workflow';
import { eventually } from '../test/eventually';
import { EngineScene } from '../test/running-engine';

/** The morning after the visit: its date has passed, and the coordinator is asked about it. */
const dayAfter = instant('2026-09-11T06:00:00Z');
const unknown = 'No definition site-visit version 2: this software is older than the data';

describe('an engine that meets a version that it does not know', () => {
  let scene: EngineScene;
  let forgetDefinitions: () => void;

  beforeEach(async () => {
    forgetDefinitions = addDefinitions(siteVisit, siteVisit2);
    scene = await EngineScene.open(instant('2026-06-01T06:00:00Z'));
    for (const [id, version] of [
      ['09.older', 1],
      ['09.newer', 2],
    ] as const)
      expect(await scene.store.workflows.start({ ...begin(id, 'site-visit', visitData()), version })).toMatchObject({
        outcome: 'accepted',
      });
    forgetDefinitions();
    forgetDefinitions = addDefinitions(siteVisit);
  });
  afterEach(async () => {
    forgetDefinitions();
    await scene.close();
  });

  it('leaves it to a newer one, does the rest, and nothing is counted as a failure', async () => {
    await scene.startEngine();
    await scene.setClock(dayAfter);
    await scene.mail('09.older', 'step-overdue', 'accepted');
    await eventually('left', async () => (await scene.lastErrors()).includes(unknown));
    expect(await scene.work.counts()).toMatchObject({ quarantined: 0 });
    expect(await scene.notifications('09.newer')).toEqual([]);

    forgetDefinitions();
    forgetDefinitions = addDefinitions(siteVisit, siteVisit2);
    await scene.mail('09.newer', 'step-overdue', 'accepted');
    expect(await scene.lastErrors()).toEqual([]);
    const events = await scene.store.workflows.events('09', '09.newer', { after: 0, limit: 100 });
    expect(events.filter(({ kind }) => kind === 'fact').map(({ type }) => type)).toEqual([
      'VisitRequested',
      'DeadlinePassed',
      'ReminderFellDue',
    ]);
    expect(scene.inbox.messages()).toHaveLength(2);
  });
});
