def log = new File(basedir, 'build.log').text
assert log.contains("No runs in ${new File(basedir, '.fluxrun')}.")
assert new File(basedir, 'runs.json').text.contains('"runs": []')
assert log.contains('[FLUX-202] There is no run run_1')
assert !new File(basedir, '.fluxrun').exists()
