exports.Money = class Money {
  constructor(amount) {
    this.amount = amount
  }
}
