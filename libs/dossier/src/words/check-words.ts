import type { Text } from '@app/domain';

const text = (fi: string, sv: string, en: string): Text => ({ fi, sv, en });

/** How to check a dossier, for whoever was given it. */
export const checkWords = {
  title: text('Näin tarkistat', 'Så kontrollerar du', 'How to check'),
  files: text('Ovatko tiedostot muuttumattomia?', 'Är filerna oförändrade?', 'Are the files unchanged?'),
  sums: text(
    'Tiedosto SHA256SUMS luettelee paketin jokaisen tiedoston tiivisteen. Pura paketti ja anna sen kansiossa komento, joka näyttää, onko jokin muuttunut. Windowsissa saman tiivisteen antaa tiedostolle kerrallaan PowerShellin komento Get-FileHash.',
    'Filen SHA256SUMS förtecknar kontrollsumman för varje fil i paketet. Packa upp paketet och ge i dess mapp kommandot, som visar om något har ändrats. I Windows ger PowerShells kommando Get-FileHash samma kontrollsumma för en fil i taget.',
    'The file SHA256SUMS lists the hash of every file of the package. Unpack it and give this command in its folder: it tells whether anything has been changed. On Windows, PowerShell’s Get-FileHash gives the same hash, one file at a time.',
  ),
  events: text(
    'Ovatko tapahtumat sellaisia kuin ne kirjattiin?',
    'Är händelserna sådana som de antecknades?',
    'Are the events as they were recorded?',
  ),
  log: text(
    'Jokaisella tapahtumalla on sija hyvinvointialueen tapahtumalokissa, ja se on merkitty tapahtuman kohdalle. Tiedostossa log.ndjson ovat tämän asian tapahtumat ja niiden todisteet. Todisteet johtavat tarkistuspisteeseen: siinä on lokin nimi, tapahtumien määrä ja yksi tiiviste niistä kaikista, ja se on allekirjoitettu.',
    'Varje händelse har en position i välfärdsområdets händelselogg, och den står vid händelsen. Filen log.ndjson innehåller händelserna i detta ärende med sina bevis. Bevisen leder till en kontrollpunkt: den har loggens namn, antalet händelser och en kontrollsumma över dem alla, och den är undertecknad.',
    'Every event has a position in the county’s event log, which stands beside it. The file log.ndjson holds the events of this matter with their proofs. The proofs lead to a checkpoint: it has the name of the log, the number of events and one hash over all of them, and it is signed.',
  ),
  unproved: text(
    'Tässä koosteessa ei ole lokin todisteita: joko lokia ei ole vielä allekirjoitettu tämän asian osalta tai osa sisällöstä on jätetty pois. Kun loki on allekirjoitettu, hyvinvointialue voi antaa koosteen, jossa todisteet ovat mukana.',
    'I denna sammanställning finns inga bevis ur loggen: antingen har loggen ännu inte undertecknats för detta ärende eller så har en del av innehållet utelämnats. När loggen är undertecknad kan välfärdsområdet ge en sammanställning med bevisen.',
    'This dossier holds no proofs of the log: either the log has not been signed yet as far as this matter goes, or something is left out. Once it is signed, the county can give a dossier with the proofs.',
  ),
  logName: text('Lokin nimi', 'Loggens namn', 'Name of the log'),
  size: text('Tapahtumia', 'Antal händelser', 'Events'),
  root: text('Tiiviste', 'Kontrollsumma', 'Hash'),
  signed: text('Allekirjoitettu', 'Undertecknad', 'Signed'),
  key: text('Allekirjoittajan julkinen avain', 'Undertecknarens öppna nyckel', 'Public key of the signer'),
  unknownKey: text(
    'kysy hyvinvointialueen kirjaamosta',
    'fråga välfärdsområdets registratorskontor',
    'ask the county’s registry',
  ),
  trust: text(
    'Paketissa mainittu avain ei yksin todista mitään: vertaa sitä avaimeen, jonka saat muualta, esimerkiksi hyvinvointialueen kirjaamosta. Kirjaamolle lähetetään kerran kuukaudessa lokin tarkistuspiste. Jos sellainen on tallessa tiedostona, lisää komentoon --checkpoint ja tiedoston nimi: silloin nähdään myös, ettei mitään sitä vanhempaa ole muutettu.',
    'En nyckel som nämns i paketet bevisar inget ensam: jämför den med en nyckel som du får från annat håll, till exempel välfärdsområdets registratorskontor. En gång i månaden sänds loggens kontrollpunkt till registratorskontoret. Om en sådan finns sparad som fil, lägg till --checkpoint och filens namn i kommandot: då syns det också att inget som är äldre än den har ändrats.',
    'A key that the package names proves nothing by itself: compare it with one that you got elsewhere, such as from the county’s registry. Once a month the registry is sent a checkpoint of the log. If one has been kept as a file, add --checkpoint and its name to the command: that also shows that nothing older has been changed.',
  ),
  verifier: text(
    'Tarkistusohjelma verify-log.mjs (tarvitsee Node.js:n, versio 20.19 tai uudempi) ja sama selaimessa toimivana sivuna verify-log.html ovat Vuosikellon lähdekoodin kansiossa verifier. Ne eivät tarkoituksella ole tässä paketissa: pyydä ne hyvinvointialueelta tai ota ne lähdekoodista. Kumpikaan ei tarvitse verkkoyhteyttä. Ohjelma kertoo ensimmäisen virheen ja sen sijan tai sen, että kaikki pitää.',
    'Kontrollprogrammet verify-log.mjs (kräver Node.js, version 20.19 eller senare) och samma som en sida för webbläsaren, verify-log.html, finns i mappen verifier i Vuosikellos källkod. De är avsiktligt inte med i paketet: be välfärdsområdet om dem eller ta dem ur källkoden. Ingendera behöver nätförbindelse. Programmet nämner det första felet och dess position, eller meddelar att allt håller.',
    'The verifier verify-log.mjs (it needs Node.js 20.19 or later), and the same as a page for a browser, verify-log.html, are in the folder verifier of Vuosikello’s source code. They are left out of this package on purpose: ask the county for them, or take them from the source code. Neither needs a network. It names the first fault and its position, or says that all holds.',
  ),
  limits: text(
    'Tarkistus osoittaa, ettei kirjattua ole muutettu jälkikäteen. Se ei osoita, että kirjattu on totta.',
    'Kontrollen visar att det som antecknats inte har ändrats i efterhand. Den visar inte att det som antecknats är sant.',
    'The check shows that what was recorded has not been changed afterwards. It does not show that it is true.',
  ),
};
