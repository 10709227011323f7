import { jobsEn } from './en';
import { jobsFr } from './fr';

describe('a schedule in words', () => {
  it.each([
    ['0 3 * * *', 'tous les jours à 3 h 00', 'every day at 3:00'],
    ['5 14 * * 1-5', 'du lundi au vendredi à 14 h 05', 'Monday to Friday at 14:05'],
    ['30 6 * * 1', 'chaque lundi à 6 h 30', 'every Monday at 6:30'],
    ['30 6 * * 7', 'chaque dimanche à 6 h 30', 'every Sunday at 6:30'],
    ['0 0 1 * *', 'le 1er de chaque mois à 0 h 00', 'on day 1 of each month at 0:00'],
    ['15 * * * *', 'toutes les heures, à la minute 15', 'every hour, at minute 15'],
    ['*/10 * * * *', 'toutes les 10 minutes', 'every 10 minutes'],
    ['0 3 1 1 *', '0 3 1 1 *', '0 3 1 1 *'],
    ['0 3 15 * 1', '0 3 15 * 1', '0 3 15 * 1'],
    ['0 3-5 * * *', '0 3-5 * * *', '0 3-5 * * *'],
  ])('reads %s', (expression, french, english) => {
    expect(jobsFr.scheduleText(expression).replaceAll('\u00a0', ' ')).toBe(french);
    expect(jobsEn.scheduleText(expression)).toBe(english);
  });
});
