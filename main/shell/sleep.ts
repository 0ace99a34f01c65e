const every = 10_000;
/** A timer that comes this much late, ms, was asleep with the machine. */
const lateness = 60_000;

/** Tells when the machine has slept, where no system event says so. Returns how to stop. */
export function watchSleep(onSleep: () => void, now: () => number = Date.now): () => void {
  let last = now();
  const timer = setInterval(() => {
    const late = now() - last - every;
    last = now();
    if (late > lateness) onSleep();
  }, every);
  timer.unref();
  return () => clearInterval(timer);
}
