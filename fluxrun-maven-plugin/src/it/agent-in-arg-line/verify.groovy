def lines = new File(basedir, 'build.log').readLines().findAll { it.contains('argLine set to ') }
assert lines.size() == 2
assert lines[0] == lines[1]
assert lines[0] =~ /argLine set to -javaagent:\S+-agent\.jar=mode=replay -Xmx256m$/
