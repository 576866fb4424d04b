import { journey } from './stage/journey.ts';
import { picture } from './stage/pictures.ts';

journey(
  'an alert is walked to its outcome, the phone offline in the middle',
  async ({ officer, clerk, phone }) => {
    await officer.signsIn();
    await officer.seesAnAlert();
    await officer.choosesTheAlert();
    await officer.isAccessible('sea');
    await picture(officer.page, 'sea');
    await officer.dispatches();

    await phone.signsIn();
    await phone.seesWork();
    await phone.isAccessible('today');
    await phone.readsAtTwiceTheSize();
    await phone.keepsTheApp();
    await phone.does('accept');
    await phone.seesEverythingSent();

    await phone.losesTheNetwork();
    await phone.opensWork();
    await phone.does('set-out');
    await phone.seesOutbox();
    await picture(phone.page, 'field');
    await phone.isAccessible('the way there');
    await phone.restarts();
    await phone.seesWork();
    await phone.opensWork();
    await phone.does('arrive');
    await phone.isAccessible('what did you see');
    await phone.reports();
    await phone.seesOutbox();

    await clerk.signsIn();
    await clerk.opensTheCase();
    await phone.findsTheNetwork();
    await phone.seesEverythingSent();

    await clerk.sees(clerk.says('next.resolved'));
    await clerk.sees('Quarantine');
    await clerk.seesAPhoto();
    await clerk.isAccessible('case');
    await picture(clerk.page, 'case');
    await clerk.verifies();
    await clerk.setsOutcome();
    await clerk.concludes();
    await officer.seesThePrecision();
  },
  { screen: 'duty-room' },
);

journey(
  'the same by keyboard alone, in English',
  async ({ officer, clerk, phone }) => {
    await officer.signsIn();
    await officer.seesAnAlert();
    await officer.dispatchesByKey();

    await phone.signsIn();
    await phone.seesWork();
    await phone.walksByKeyboard();
    await phone.seesEverythingSent();

    await clerk.signsIn();
    await clerk.opensTheCaseByKey();
    await clerk.sees(clerk.says('next.resolved'));
    await clerk.closesByKey();
  },
  { language: 'en' },
);
