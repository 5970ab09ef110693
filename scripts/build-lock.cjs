'use strict';
/** A lock file between processes of one machine: who holds it wrote its process id; a dead holder is passed over. */
const fs = require('node:fs');
const path = require('node:path');
const { setTimeout: pause } = require('node:timers/promises');

const LONGEST_WAIT_MS = 300_000;
const LOOK_EVERY_MS = 100;

/**
 * Waits for the lock and takes it.
 * @param {string} file
 * @returns {Promise<() => void>} gives the lock back
 * @throws when another living process holds it for more than five minutes, or the folder cannot be written
 */
async function holdLock(file) {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  const giveUpAt = Date.now() + LONGEST_WAIT_MS;
  while (!take(file)) {
    passOverDeadHolder(file);
    if (Date.now() > giveUpAt)
      throw new Error(`Another build holds ${file} for too long; delete it if none is running.`);
    await pause(LOOK_EVERY_MS);
  }
  return () => fs.rmSync(file, { force: true });
}

function take(file) {
  const mine = `${file}.${process.pid}`;
  fs.writeFileSync(mine, String(process.pid));
  try {
    // A hard link appears with its content in one step; creating and then writing would show an empty lock in between.
    fs.linkSync(mine, file);
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    return false;
  } finally {
    fs.rmSync(mine, { force: true });
  }
}

function passOverDeadHolder(file) {
  const holder = holderOf(file);
  if (holder === undefined || isAlive(holder)) return;
  // Renaming succeeds for one of several waiters; if a new holder came in between, the lock is put back.
  const aside = `${file}.dead.${process.pid}`;
  try {
    fs.renameSync(file, aside);
    if (holderOf(aside) !== holder) fs.linkSync(aside, file);
  } catch (error) {
    if (error.code !== 'ENOENT' && error.code !== 'EEXIST') throw error;
  } finally {
    fs.rmSync(aside, { force: true });
  }
}

function holderOf(file) {
  try {
    return Number(fs.readFileSync(file, 'utf8'));
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

module.exports = { holdLock };
