/** Version of the compiler, as it is written into lock files; a test holds it to package.json. */
export const version = '0.1.0';
