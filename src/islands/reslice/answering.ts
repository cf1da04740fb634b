// What answering a slice needs besides the engine, in one piece, so that it is one request.
export { answerPage } from '../answer-page.ts';
export { countModels } from './count.ts';
export { remarksOn } from './remarks.ts';
