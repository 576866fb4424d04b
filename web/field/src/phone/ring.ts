/** Two long buzzes, one short: told by the thigh, and unlike a message of a friend. */
const buzz = [300, 120, 300, 120, 120];
const tones = [
  { hertz: 880, at: 0 },
  { hertz: 1175, at: 0.18 },
];
const toneSeconds = 0.15;
const loudness = 0.25;

/** Buzzes and sounds where the browser allows it: not before the person has touched the page. */
export function ring(): void {
  if (!navigator.userActivation?.hasBeenActive) return;
  navigator.vibrate?.(buzz);
  sound().catch(() => {});
}

async function sound(): Promise<void> {
  const context = new AudioContext();
  for (const { hertz, at } of tones) {
    const oscillator = new OscillatorNode(context, { frequency: hertz, type: 'sine' });
    const gain = new GainNode(context, { gain: loudness });
    oscillator.connect(gain).connect(context.destination);
    oscillator.start(context.currentTime + at);
    oscillator.stop(context.currentTime + at + toneSeconds);
    oscillator.onended = at > 0 ? () => void context.close() : null;
  }
}
