/** The time and the timers of the bot, so that a test can let a day pass in a moment. */
export interface Clock {
  now(): Date;
  /** Runs `work` again and again; returns the way to stop. */
  every(ms: number, work: () => void): () => void;
  after(ms: number, work: () => void): () => void;
}

export const systemClock: Clock = {
  now: () => new Date(),
  every: (ms, work) => {
    const timer = setInterval(work, ms);
    return () => clearInterval(timer);
  },
  after: (ms, work) => {
    const timer = setTimeout(work, ms);
    return () => clearTimeout(timer);
  },
};
