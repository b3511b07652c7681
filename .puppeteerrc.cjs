// The test command finds or installs the browsers itself; an install step must not download one.
module.exports = { skipDownload: true };
