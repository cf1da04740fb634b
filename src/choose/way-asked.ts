/** How a model was asked its questions, as it follows “asked in”. */
export const wayAsked = (inChatFormat: boolean): string => (inChatFormat ? 'the chat format' : 'plain text');
