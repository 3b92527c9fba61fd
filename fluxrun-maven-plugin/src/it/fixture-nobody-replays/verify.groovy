def log = new File(basedir, 'build.log').text
assert log.contains('0 of 1 replayed · 0 repaired · 0 regressed')
assert log.contains('[FLUX-217] ')
assert log.contains('ord_01-503.json was not replayed by any test of this build')
