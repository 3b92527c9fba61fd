def log = new File(basedir, 'build.log').text
assert log.contains('Looked for fixtures in src/test/resources (2), fixtures (1)')
assert log.contains('0 of 3 replayed · 0 repaired · 0 regressed')
assert log.contains('[FLUX-217] ')
for (fixture in ['fixtures/ord_01-503.json', 'com/example/beside.json', 'fixtures/loose.json']) {
    assert log.contains("${fixture} was not replayed by any test of this build")
}
