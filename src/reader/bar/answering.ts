// What answering a slice and taking the answer back need besides the engine, in one piece: one request.
export { answerPage } from '../answers/answer-page.ts';
export { preloadLive } from '../answers/live-figure.ts';
export { restorePage } from '../answers/restore-page.ts';
export { countModels } from './count.ts';
export { remarksOn } from './remarks.ts';
