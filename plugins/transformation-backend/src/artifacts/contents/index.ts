export { digestOf } from './digest';
export { ContentDamagedError, getContent, openContent } from './get';
export { keptContents, putContent, putUpload } from './keep';
export { assertContentText, UploadRequiredError } from './limits';
export { removeContent } from './remove';
export { contentOrUpload, inline, uploaded } from './uploads';
