def log = new File(basedir, 'build.log').text
def failures = log.readLines().findAll { it.contains('Failed to execute goal') }
assert failures.size() == 6
assert failures[0].contains('[FLUX-201] Which run? Name one with -DrunId=ID')
assert failures[1].contains('[FLUX-202] There is no run run_zzz')
assert failures[2].contains('[FLUX-202] 2 runs')
assert failures[2].contains('run_b1, run_b2')
assert failures[3].contains('[FLUX-202]') && failures[3].contains('run_torn.json')
assert failures[4].contains('[FLUX-203]') && failures[4].contains('nowhere.json')
assert failures[5].contains('[FLUX-210] No module holds the run')
assert !new File(basedir, 'src').exists()
