/* Tilts and shakes the device, both ways, as its sensors would tell it. */
() => {
  for (const strength of [8, 25, 60, -60]) {
    const [xyz, angles] = [{ x: strength, y: strength, z: strength }, { alpha: strength, beta: strength, gamma: strength }];
    const told = { ...angles, absolute: true, acceleration: xyz, accelerationIncludingGravity: xyz, rotationRate: angles, interval: 16 };
    for (const kind of ["deviceorientation", "deviceorientationabsolute", "devicemotion"]) {
      dispatchEvent(Object.assign(new Event(kind), told));
    }
  }
}
