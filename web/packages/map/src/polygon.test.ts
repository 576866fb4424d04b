import { describe, expect, it } from 'vitest';
import { add, fault, middle, move, type Outline, outlineOf, polygonOf, remove } from './polygon.ts';

const square: Outline = [
  [110, 20],
  [111, 20],
  [111, 21],
  [110, 21],
];

describe('a zone being drawn', () => {
  it('becomes a closed polygon wound counter-clockwise, whichever way it was clicked', () => {
    const clicked = polygonOf([...square].reverse());
    expect(clicked.coordinates[0]).toHaveLength(5);
    expect(clicked.coordinates[0]?.[0]).toEqual(clicked.coordinates[0]?.[4]);
    const backAgain = polygonOf(outlineOf(clicked));
    expect(backAgain).toEqual(clicked);
  });

  it('takes, moves and loses corners', () => {
    const five = add(square, middle(square, 0), 1);
    expect(five[1]).toEqual([110.5, 20]);
    expect(remove(move(five, 1, [110.5, 19.5]), 1)).toEqual(square);
  });

  it('says why it is no zone yet', () => {
    expect(fault(square)).toBeNull();
    expect(fault(square.slice(0, 2))).toBe('too-few');
    expect(fault([square[0], square[2], square[1], square[3]] as Outline)).toBe('crosses-itself');
    expect(
      fault([
        [110, 20],
        [111, 20],
        [112, 20],
      ]),
    ).not.toBeNull();
  });
});
