throw new Error("the suite's own framework was loaded")
