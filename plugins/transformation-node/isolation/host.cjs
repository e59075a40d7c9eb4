// What runs in the threads of `callIsolated`: calls a function of a module, given by the module's file and its export.
module.exports = ({ modulePath, exportName, args }) =>
  require(modulePath)[exportName](...args);
