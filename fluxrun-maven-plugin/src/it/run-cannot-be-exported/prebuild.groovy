io.fluxrun.maven.Samples.store(new File(basedir, '.fluxrun').toPath())
new File(basedir, '.fluxrun/runs/run_torn.json').text = '{"fluxrun": 1, "rules"'
return true
