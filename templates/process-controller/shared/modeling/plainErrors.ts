// Imported first by what people run: what is wrong is said in a sentence, without a stack.
process.on('uncaughtException', ({ message }) => {
  console.error(message);
  process.exit(1);
});
