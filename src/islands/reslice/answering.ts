// What answering a slice and taking the answer back need besides the engine, in one piece: one request.
export { answerPage } from '../answer-page.ts';
export { preloadLive } from '../live-figure.ts';
export { restorePage } from '../restore-page.ts';
export { countModels } from './count.ts';
export { remarksOn } from './remarks.ts';
