import type { Finding, PlanEntry, Text } from '@app/domain';

/** What stands in the way of changing an entry of an active plan, or has to be known about it. */

function finding(code: string, severity: Finding['severity'], entry: string, message: Text): Finding {
  return { code, severity, entry, date: null, message };
}

/** A running workflow cannot be taken out of the plan. */
export function entryRunning(entry: string): Finding {
  return finding('entry-running', 'error', entry, {
    fi: `Kohta ${entry} on käynnissä, joten sitä ei voi poistaa suunnitelmasta. Peru ensin sen työnkulku.`,
    sv: `Punkten ${entry} pågår och kan inte tas bort ur planen. Ställ först in dess förlopp.`,
    en: `The entry ${entry} is running and cannot be left out of the plan. Cancel its workflow first.`,
  });
}

/** The entry's id belongs to a workflow of another kind. */
export function entryWorkflowChanged({ id, workflow }: PlanEntry, is: string): Finding {
  return finding('entry-workflow-changed', 'error', id, {
    fi: `Kohdan ${id} työnkulku on ${is}; se ei voi muuttua työnkuluksi ${workflow}. Anna uudelle kohdalle oma tunnus.`,
    sv: `Punkten ${id} hör till förloppet ${is} och kan inte bli ${workflow}. Ge den nya punkten ett eget id.`,
    en: `The entry ${id} belongs to a workflow ${is} and cannot become a ${workflow}. Give the new entry an id of its own.`,
  });
}

/** What a workflow is about does not change once it has started. */
export function entryAboutChanged({ id, about }: PlanEntry, is: string | undefined): Finding {
  return finding('entry-about-changed', 'error', id, {
    fi: `Kohta ${id} on aloitettu ja koskee vuotta tai kautta ${is ?? '–'}; sitä ei voi muuttaa (${about ?? '–'}). Anna uudelle kohdalle oma tunnus.`,
    sv: `Punkten ${id} har inletts och gäller ${is ?? '–'}; det kan inte ändras (${about ?? '–'}). Ge den nya punkten ett eget id.`,
    en: `The entry ${id} has started and is about ${is ?? '–'}; that cannot change (${about ?? '–'}). Give the new entry an id of its own.`,
  });
}

/** The id is that of a workflow which runs and is about something else; `free` is an id that would do. */
export function entryIdTaken(
  entry: string,
  {
    workflow,
    is = '–',
    wanted = '–',
    free,
  }: { workflow: string; is: string | undefined; wanted: string | undefined; free: string },
): Finding {
  return finding('entry-id-taken', 'error', entry, {
    fi: `Tunnus ${entry} on jo työnkululla ${workflow}, joka koskee vuotta tai kautta ${is}; tämä kohta koskee ${wanted}. Anna kohdalle oma tunnus, esimerkiksi ${free}.`,
    sv: `Förloppet ${workflow} har redan id:t ${entry} och gäller ${is}; den här punkten gäller ${wanted}. Ge punkten ett eget id, till exempel ${free}.`,
    en: `The id ${entry} is that of the workflow ${workflow}, which is about ${is}; this entry is about ${wanted}. Give the entry an id of its own, for example ${free}.`,
  });
}

/** The id is that of a workflow which has ended: nothing would start. */
export function entryIdUsed(entry: string, workflow: string, free: string): Finding {
  return finding('entry-id-taken', 'error', entry, {
    fi: `Tunnus ${entry} oli työnkululla ${workflow}, joka on päättynyt, joten mitään ei alkaisi. Anna kohdalle uusi tunnus, esimerkiksi ${free}.`,
    sv: `Id:t ${entry} hörde till förloppet ${workflow}, som har avslutats, så inget skulle inledas. Ge punkten ett nytt id, till exempel ${free}.`,
    en: `The id ${entry} was that of the workflow ${workflow}, which has ended, so nothing would start. Give the entry another id, for example ${free}.`,
  });
}

/** A workflow that has ended keeps its dates. */
export function entryEnded(entry: string): Finding {
  return finding('entry-ended', 'warning', entry, {
    fi: `Kohta ${entry} on jo päättynyt. Uudet päivät jäävät vain suunnitelmaan.`,
    sv: `Punkten ${entry} är redan avslutad. De nya datumen finns bara i planen.`,
    en: `The entry ${entry} has already ended. The new dates stand in the plan only.`,
  });
}

/** The workflow of this kind cannot be moved by the plan. */
export function entryNotMovable(entry: string): Finding {
  return finding('entry-not-movable', 'error', entry, {
    fi: `Kohdan ${entry} työnkulku on käynnissä, eikä sen päiviä voi siirtää suunnitelmalla. Palauta entiset päivät.`,
    sv: `Förloppet för punkten ${entry} pågår och dess datum kan inte flyttas med planen. Återställ de tidigare datumen.`,
    en: `The workflow of the entry ${entry} is running and its dates cannot be moved by the plan. Put the earlier dates back.`,
  });
}

/** A command that the plan asks for is refused: the finding has the refusal's own code and text. */
export function refusal(entry: string, { code, detail }: { code: string; detail: Text }): Finding {
  return finding(code, 'error', entry, detail);
}
