export { errorCode, isStorageFault } from '#src/core/error-code.ts';
