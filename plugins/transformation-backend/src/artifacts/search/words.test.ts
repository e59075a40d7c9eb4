import { beginningsIn, wordsByPlace, wordsOf } from './words';

describe('words', () => {
  it('are letters and digits in lower case, without accents, each once', () => {
    expect(wordsOf('Prüfe: die Lead-Größe (2026), die LEAD!')).toEqual([
      'prufe',
      'die',
      'lead',
      'große',
      '2026',
    ]);
    expect(wordsOf('«»')).toEqual([]);
    expect(wordsOf('注文 заказ')).toEqual(['注文', 'заказ']);
  });

  it('have the best place of all they stand in, and parts where they are joined', () => {
    expect([...wordsByPlace(['Lead', 'Task_qualifyLead order'])]).toEqual([
      ['lead', 0],
      ['task', 1],
      ['qualifylead', 1],
      ['qualify', 1],
      ['order', 1],
    ]);
  });

  it('are 2,000 at most, of 64 letters at most', () => {
    const many = Array.from({ length: 3_000 }, (_, n) => `w${n}`).join(' ');
    expect(wordsByPlace([many]).size).toBe(2_000);
    expect(wordsOf('x'.repeat(100))).toEqual(['x'.repeat(64)]);
  });

  it('are looked for by how they begin', () => {
    const text = 'Qualify the lead';
    expect(beginningsIn(text, ['qual', 'le'])).toEqual(['qual', 'le']);
    expect(beginningsIn(text, ['qual', 'order'])).toEqual(['qual']);
  });
});
