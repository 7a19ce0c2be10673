export class Money {
  constructor(amount) {
    this.amount = amount
  }
}
