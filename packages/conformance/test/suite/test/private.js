require('../lib/private')
