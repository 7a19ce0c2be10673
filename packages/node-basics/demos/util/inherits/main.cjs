const { EventEmitter } = require('node:events')
const { inherits } = require('node:util')

function OldDoor(name) {
  EventEmitter.call(this)
  this.name = name
}
inherits(OldDoor, EventEmitter)
OldDoor.prototype.open = function () {
  this.emit('open', this.name)
}

class Door extends EventEmitter {
  constructor(name) {
    super()
    this.name = name
  }

  open() {
    this.emit('open', this.name)
  }
}

for (const door of [new OldDoor('old'), new Door('new')]) {
  door.on('open', (name) => console.log(name, 'opens', door instanceof EventEmitter))
  door.open()
}
console.log(OldDoor.defaultMaxListeners, Door.defaultMaxListeners)
console.log(Object.keys(OldDoor.prototype), Object.keys(Door.prototype))
