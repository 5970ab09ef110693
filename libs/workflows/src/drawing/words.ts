import { label } from '../fields';

/** Words of the pictures themselves. */
export const words = {
  waitsFor: label('odottaa', 'väntar på', 'waits for'),
  also: label('lisäksi', 'dessutom', 'also'),
  now: label('nyt', 'nu', 'now'),
  anyStep: label('mistä tahansa vaiheesta', 'från vilket skede som helst', 'from any step'),
  dueDate: label('määräpäivä', 'utsatt dag', 'due date'),
  passed: label('kulunut', 'passerad', 'passed'),
  end: label('päättyy', 'avslutas', 'ends'),
  version: label('versio', 'version', 'version'),
  diagram: label('kaavio', 'diagram', 'diagram'),
  statesPassed: label('Käydyt vaiheet', 'Genomgångna skeden', 'Steps passed'),
  datePassed: label('Päivä kulunut', 'Dagen har passerat', 'Date passed'),
  during: label('Vaiheen aikana', 'Under skedet', 'During'),
};
