import type { Box } from './services';

/** Room left free at the edges of the window, in pixels. */
const MARGIN = 24;

/**
 * What part of the plane to look at so that a whole drawing is seen, in the middle and never enlarged.
 *
 * @param drawn - the box around all that is drawn
 * @param window - the size of what it is seen through
 * @param left - how much of the window's left edge something else covers
 */
export function fitBox(
  drawn: Box,
  window: { width: number; height: number },
  left = 0,
): Box {
  const room = {
    width: Math.max(1, window.width - left - 2 * MARGIN),
    height: Math.max(1, window.height - 2 * MARGIN),
  };
  const scale = Math.min(
    1,
    room.width / Math.max(1, drawn.width),
    room.height / Math.max(1, drawn.height),
  );
  return {
    x:
      drawn.x -
      ((room.width / scale - drawn.width) / 2 + (left + MARGIN) / scale),
    y: drawn.y - (window.height / scale - drawn.height) / 2,
    width: window.width / scale,
    height: window.height / scale,
  };
}
