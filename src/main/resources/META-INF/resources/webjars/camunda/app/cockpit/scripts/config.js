// One name for all of the engine's web applications, and the record beside the diagram.
export default { app: { name: 'Cockpit', vendor: 'Deskwright' }, customScripts: ['scripts/record'] };
