"""A worker process that answers a line with a line, so that two programs can take turns being timed."""

import os
import subprocess


def environment():
    """The caller's, without the setting that halves the speed of OpenBLAS for both sides."""
    return {k: v for k, v in os.environ.items() if k != "OPENBLAS_CORETYPE"}


class Worker:
    def __init__(self, command, environment):
        self.process = subprocess.Popen(
            command, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
        )
        self.name = self.process.stdout.readline().strip()

    def ask(self, word):
        """The numbers that the worker answers."""
        self.process.stdin.write(word + "\n")
        self.process.stdin.flush()
        return [float(number) for number in self.process.stdout.readline().split()]

    def close(self):
        self.process.stdin.close()
        self.process.wait()
