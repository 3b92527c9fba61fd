def builds = new File(basedir, 'build.log').text.split('Scanning for projects').drop(1)
assert builds.size() == 3
assert builds[0].count('Looked for fixtures in src/test/resources (not there), fixtures (not there)') == 2
assert builds[0].count('Looked for fixtures in ../fixtures (1)') == 1
assert builds[0].contains('0 of 1 replayed')
assert builds[0].contains('shared.json was not replayed by any test of this build')
assert builds[1].contains('Looked for fixtures in ../fixtures (1)')
assert builds[1].contains('Only a build of all of ')
assert !builds[2].contains('Looked for fixtures')
