// A static site in `out`. Leave it out if you have a server.
export default { output: 'export' };
