import { fitBox } from './fitBox';

const window = { width: 1000, height: 600 };

describe('fitBox', () => {
  it('shows a small drawing in the middle, not enlarged', () => {
    expect(fitBox({ x: 100, y: 100, width: 200, height: 100 }, window)).toEqual(
      { x: -300, y: -150, width: 1000, height: 600 },
    );
  });

  it('makes a large drawing small enough to be seen whole', () => {
    const box = fitBox({ x: 0, y: 0, width: 4000, height: 500 }, window);
    expect(box.width).toBeGreaterThan(4000);
    expect(box.x).toBeLessThan(0);
    expect(box.width / box.height).toBeCloseTo(1000 / 600);
  });

  it('keeps out of what covers the left edge', () => {
    const drawn = { x: 0, y: 0, width: 4000, height: 500 };
    const box = fitBox(drawn, window, 100);
    const scale = window.width / box.width;
    expect((drawn.x - box.x) * scale).toBeGreaterThan(100);
  });
});
